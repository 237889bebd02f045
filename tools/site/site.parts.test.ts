import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { features } from '../../docs/.vitepress/features.ts';
import { describeWith, findPart } from '../parts/parts.ts';
import { ROOT } from '../running/joinery.ts';
import { runOrThrow } from '../running/run-command.ts';
import { type ServedFolder, serveFolder } from './serve-folder.ts';

interface Found {
  readonly ids: readonly string[];
  readonly links: readonly string[];
}

// Run in the browser, whose types the rest of the house does not have.
const IDS_AND_LINKS = `({
  ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
  links: [...document.querySelectorAll('a[href]')].map(({ href }) => href),
})`;
const WIDTHS = '[document.documentElement.scrollWidth, window.innerWidth]';

describeWith('chromium')('the site, in a real browser that can reach nothing else', () => {
  let site: ServedFolder;
  let browser: Browser;
  const reached: string[] = [];

  beforeAll(async () => {
    await runOrThrow(['npx', 'vitepress', 'build', 'docs'], { cwd: ROOT });
    site = await serveFolder(join(ROOT, 'docs/.vitepress/dist'));
    browser = await chromium.launch({
      executablePath: findPart('chromium') ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
    });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** A page whose faults and calls to elsewhere are kept. */
  async function open(faults: string[]): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.route('**/*', (route) => {
      const url = route.request().url();
      if (url.startsWith(site.url) || url.startsWith('data:')) return route.continue();
      reached.push(url);
      return route.abort();
    });
    return page;
  }

  test('every link leads somewhere, to its heading too, and no page has a fault', async () => {
    const faults: string[] = [];
    const page = await open(faults);
    const seen = new Map<string, readonly string[]>();
    const wanted = new Map<string, string>([[`${site.url}/`, 'the start']]);
    for (const [link, from] of wanted) {
      const [address = ''] = link.split('#');
      if (!seen.has(address)) {
        const response = await page.goto(address);
        if (response?.status() !== 200) faults.push(`${from} links to ${address}: ${response?.status()}`);
        const { ids, links } = await page.evaluate<Found>(IDS_AND_LINKS);
        seen.set(address, ids);
        for (const next of links)
          if (next.startsWith(site.url) && !wanted.has(next)) wanted.set(next, address);
      }
      const [, anchor] = link.split('#');
      if (anchor && !seen.get(address)?.includes(decodeURIComponent(anchor))) {
        faults.push(`${from} links to ${link}, which has no such heading`);
      }
    }
    expect(faults).toEqual([]);
    expect(seen.size).toBeGreaterThan(features().length + 30);
    expect(reached).toEqual([]);
    await page.close();
  });

  test('the search finds a page by what it says', async () => {
    const faults: string[] = [];
    const page = await open(faults);
    await page.goto(`${site.url}/`);
    await page.locator('.DocSearch-Button').first().click();
    await page.locator('#localsearch-input').fill('broken-lockfile');
    await page.locator('#localsearch-list a[href*="/errors"]').first().waitFor();
    expect({ faults, reached }).toEqual({ faults: [], reached: [] });
    await page.close();
  });

  test('a feature’s page holds its README, what its manifest says, and its options', async () => {
    const page = await open([]);
    await page.goto(`${site.url}/features/health.html`);
    const text = await page.locator('main').innerText();
    for (const part of ['Health checks', 'http.health', 'How to remove', 'cacheMs', 'integer']) {
      expect(text).toContain(part);
    }
    await page.close();
  });

  test('a narrow screen is not scrolled sideways', async () => {
    const page = await open([]);
    await page.setViewportSize({ width: 380, height: 800 });
    for (const path of ['/', '/start/', '/errors.html', '/features/health.html']) {
      await page.goto(`${site.url}${path}`);
      const widths = await page.evaluate<readonly number[]>(WIDTHS);
      expect({ path, wider: (widths[0] ?? 0) > (widths[1] ?? 0) }).toEqual({ path, wider: false });
    }
    await page.close();
  });
});

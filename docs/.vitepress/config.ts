import { type DefaultTheme, defineConfig } from 'vitepress';
import { features } from './features.ts';
import { page, pagesIn } from './pages.ts';
import { siteLink } from './site-link.ts';

const START = {
  express: 'Express',
  fastify: 'Fastify',
  nest: 'NestJS',
  koa: 'Koa',
  hono: 'Hono',
  'node-http': 'node:http',
};
const DOORS = ['nx', 'yeoman', 'mcp'];
const PROJECT = ['write-a-feature', 'resolver', 'architecture', 'glossary', 'changes'];

const frameworks = Object.entries(START).map(([name, text]) => ({ text, link: `/start/${name}` }));

/** The documentation as a site. It works offline: nothing is loaded from elsewhere, and the search runs in the page. */
export default defineConfig({
  title: 'Joinery',
  description: 'Fits production features into TypeScript services that already exist',
  lang: 'en',
  markdown: {
    config: (markdown) => {
      const { normalizeLink } = markdown;
      markdown.normalizeLink = (href) => normalizeLink(siteLink(href));
    },
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: { level: [2, 3] },
    nav: [
      { text: 'Get started', link: '/start/' },
      { text: 'Features', link: '/features/' },
      { text: 'Errors', link: '/errors' },
    ],
    sidebar: [
      {
        text: 'Get started',
        items: [page('start/index.md'), ...frameworks],
      },
      { text: 'Guides', items: [...pagesIn('guides'), ...DOORS.map((name) => page(`${name}.md`))] },
      { text: 'Reference', items: reference() },
      { text: 'Features', collapsed: true, items: featureLinks() },
      { text: 'How it is built', items: PROJECT.map((name) => page(`${name}.md`)) },
      { text: 'Decisions', collapsed: true, items: pagesIn('decisions') },
    ],
  },
});

/** What is none of the other groups is something to look up. */
function reference(): DefaultTheme.SidebarItem[] {
  const elsewhere = [...DOORS, ...PROJECT, ''].map((name) => `/${name}`);
  return [
    page('features/index.md'),
    ...pagesIn('.').filter(({ link }) => !elsewhere.includes(link.replace('/./', '/'))),
  ];
}

function featureLinks(): DefaultTheme.SidebarItem[] {
  return features().map(({ name, title }) => ({ text: title, link: `/features/${name}` }));
}

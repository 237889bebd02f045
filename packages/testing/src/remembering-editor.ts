import type { HostEditor } from '@joinery/engine';
import { loadHostEditor } from '@joinery/source';

/**
 * The editor of the doors, which styles each text once: laws plan the same files again and again, and styling is the
 * dear part of that.
 */
export async function rememberingEditor(): Promise<HostEditor> {
  const editor = await loadHostEditor();
  const styled = new Map<string, Promise<string>>();
  return {
    ...editor,
    restyle: (text, host) => {
      const key = JSON.stringify([host.style, host.prettier?.value, text]);
      const known = styled.get(key) ?? editor.restyle(text, host);
      styled.set(key, known);
      return known;
    },
  };
}

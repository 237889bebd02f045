export { createHostEditor } from './host-editor.ts';

export { loadHostEditor } from './host-editor.ts';

import './file-store.check.ts';

/**
 * An option for Node.js that makes a process believe it is nobody special. `yo` gives root's rights away and then cannot
 * read root's own folders; in a container there is often nobody but root.
 */
export const NOT_ROOT = '--import=data:text/javascript,process.getuid=()=>1000';

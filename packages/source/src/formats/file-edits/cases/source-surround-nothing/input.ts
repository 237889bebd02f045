export const one = () => fetch('/one');

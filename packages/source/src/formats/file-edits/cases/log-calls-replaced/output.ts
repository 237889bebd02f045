const original = console.log;
console.log = (...all: unknown[]) => original('>', ...all);
console.log('said');

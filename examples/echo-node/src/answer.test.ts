import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer } from './answer.js';

test('says it back, loud if asked', () => {
	assert.deepEqual(answer('POST', '/', 'hello'), { status: 200, text: 'hello' });
	assert.deepEqual(answer('POST', '/loud', 'hello'), { status: 200, text: 'HELLO' });
});

test('knows no other ways', () => {
	assert.equal(answer('GET', '/', '').status, 405);
	assert.equal(answer('POST', '/elsewhere', '').status, 404);
});

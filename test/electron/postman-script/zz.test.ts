import { writeFileSync } from 'node:fs';
import { postmanScript } from 'virtual:postman-script';
import { it } from 'vitest';
it('x', () => { writeFileSync('/tmp/tr/script.js', postmanScript); console.log(postmanScript.length); });

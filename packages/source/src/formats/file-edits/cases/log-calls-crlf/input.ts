import { a } from "./a.js"

console.log("said", a)
;[1].forEach(() => console.warn("no"))
/** What makes a text no expression, as a clause. Never leaves `readExpression`. */
export class SyntaxFault extends Error {}

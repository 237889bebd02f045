export class Tiles {}

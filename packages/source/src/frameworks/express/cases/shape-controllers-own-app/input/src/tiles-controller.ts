export class TilesController {}

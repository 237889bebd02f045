export class TilesServer {}

const Clock = Date;

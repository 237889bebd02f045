@Module({ ...common })
export class AppModule {}

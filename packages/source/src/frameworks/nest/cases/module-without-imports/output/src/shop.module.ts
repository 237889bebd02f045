import { Module } from "@nestjs/common";
import { ShopController } from "./shop.controller";
import { PlatformModule } from "./platform/platform.module";

@Module({
	imports: [PlatformModule],
	controllers: [ShopController],
})
export class ShopModule {}

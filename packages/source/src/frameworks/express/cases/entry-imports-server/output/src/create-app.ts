import express from "express";
import { installPlatform } from "./platform/index.js";

export const createApp = (config: { port: number }) => {
	const app = express()
	installPlatform(app);
	app.set("port", config.port)
	return { app, close: () => {} }
}

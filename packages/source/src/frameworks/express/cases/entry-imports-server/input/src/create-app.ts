import express from "express";

export const createApp = (config: { port: number }) => {
	const app = express()
	app.set("port", config.port)
	return { app, close: () => {} }
}

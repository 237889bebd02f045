import "./platform/config/env.js";
import express from "express";
import { installPlatform, superviseServer } from "./platform/index.js";

export function main(): void {
    const app = express();
    installPlatform(app);

    const server = app.listen(3000, () => {
        console.log("ready");
    });
    superviseServer(server);
}

main();

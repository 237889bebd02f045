import express from "express";

export function main(): void {
    const app = express();

    app.listen(3000, () => {
        console.log("ready");
    });
}

main();

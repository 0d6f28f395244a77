// Runs the methods of a JavaScript client against a server and prints what each returned, as JSON.
// Arguments: the folder of node_modules and the client's name; the settings come by standard input.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, client] = process.argv.slice(2);
const settings = JSON.parse(readFileSync(0, "utf8"));
const scripts = { "osu-api-v2-js": "./osu_api_v2.mjs", "osu-web.js": "./osu_web.mjs" };
const entries = { "osu-api-v2-js": "dist/index.js", "osu-web.js": "lib/index.js" };

// The requests of the method that runs. osu-web.js knows one origin only: it is exchanged here.
let requests = [];
const fetchFromNetwork = globalThis.fetch;
globalThis.fetch = async (url, init = {}) => {
    const address = String(url).replace("https://osu.ppy.sh", settings.url);
    const response = await fetchFromNetwork(address, init);
    requests.push({
        method: (init.method ?? "GET").toUpperCase(),
        path: address.slice(settings.url.length),
        status: response.status,
        version: new Headers(init.headers).get("x-api-version"),
    });
    return response;
};

const library = await import(pathToFileURL(resolve(folder, client, entries[client])));
const { start } = await import(scripts[client]);
const calls = {};
const { token, methods, run } = await start(library, settings);
await run(async (name, call) => {
    requests = [];
    const outcome = {};
    try {
        outcome.result = await call();
    } catch (problem) {
        outcome.error = `${problem.message} ${problem.original_error ?? ""}`;
    }
    calls[name] = { ...outcome, requests };
    return outcome.result;
});
process.stdout.write(JSON.stringify({ token, methods, calls }));

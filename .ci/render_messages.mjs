// Renders Cucumber Messages (NDJSON on standard input) with Cucumber's own HTML formatter.
import { pipeline } from "node:stream/promises";
import { CucumberHtmlStream } from "@cucumber/html-formatter";
import { NdjsonToMessageStream } from "@cucumber/message-streams";

await pipeline(process.stdin, new NdjsonToMessageStream(), new CucumberHtmlStream(), process.stdout);

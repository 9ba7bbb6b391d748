import { intakeTable } from "./intake-table.js";

process.stdout.write(`${await intakeTable()}\n`);

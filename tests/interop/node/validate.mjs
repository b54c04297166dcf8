// node validate.mjs SCHEMA RECORD... : what ajv says of each record, a line a fault; exit code 1 for any.
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const [schema, ...records] = process.argv.slice(2);
const load = (path) => JSON.parse(readFileSync(path, "utf-8"));
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
addFormats(ajv);
const validate = ajv.compile(load(schema));
let faults = 0;
for (const path of records) {
  if (validate(load(path))) continue;
  for (const fault of validate.errors) {
    faults += 1;
    console.log(`${path}\t${fault.instancePath}\t${fault.message}`);
  }
}
process.exit(faults ? 1 : 0);

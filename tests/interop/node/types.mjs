// node types.mjs SCHEMA : TypeScript types of a schema on standard output. Titles are for people, in two
// languages; types are named by the file and by the definitions: PlanRecord, LegalBase.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { compile } from "json-schema-to-typescript";

const named = (key) => key.split(/[_-]/).map((word) => word[0].toUpperCase() + word.slice(1)).join("");

// The keys of `properties` are names, not schemas: a property may itself be called "title".
function untitled(part, ofNames = false) {
  if (Array.isArray(part)) return part.map((one) => untitled(one));
  if (part === null || typeof part !== "object") return part;
  const kept = Object.entries(part).filter(([key]) => ofNames || key !== "title");
  return Object.fromEntries(
    kept.map(([key, value]) => [key, untitled(value, !ofNames && ["properties", "$defs"].includes(key))]),
  );
}

const path = process.argv[2];
const schema = untitled(JSON.parse(readFileSync(path, "utf-8")));
// A name each for what has keys; a date or an operator is written out where it stands.
for (const [key, part] of Object.entries(schema.$defs ?? {})) if (part.properties) part.title = named(key);
const name = `${named(basename(path, ".schema.json"))}Record`;
schema.title = name;
delete schema.$id;
process.stdout.write(
  await compile(schema, name, {
    bannerComment: `// Types of ${basename(path)}, written from it (\`make interop-types\`).`,
    additionalProperties: true,
    unreachableDefinitions: false,
  }),
);

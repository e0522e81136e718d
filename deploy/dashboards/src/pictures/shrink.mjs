// Writes a picture again with 256 colours, which is a third of the size. node shrink.mjs TOOLS FROM.png TO.png
import { createRequire } from "node:module";
import { join } from "node:path";

const [tools, from, to] = process.argv.slice(2);
const sharp = createRequire(join(tools, "package.json"))("sharp");
await sharp(from).png({ palette: true, colours: 256, effort: 10, dither: 0 }).toFile(to);

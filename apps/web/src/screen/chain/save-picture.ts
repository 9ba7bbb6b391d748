import { saveFile } from "../../part/save-file.js";
import type { Drawn } from "./drawn.js";
import type { Places } from "./measure.js";
import { type PictureColors, pictureOf } from "./picture.js";

const colorNames = ["ground", "raised", "text", "soft", "edge", "accent", "cleared", "conditional", "unresolved", "blocked"] as const;

/** The colors of the theme that is shown, as they come to. */
function colorsNow(): PictureColors {
  const probe = document.createElement("span");
  document.body.append(probe);
  const colors = Object.fromEntries(colorNames.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  }));
  probe.remove();
  return colors as PictureColors;
}

/** No side of a picture of dots is longer: browsers refuse more. */
const longestSide = 8_000;

async function dotsOf(markup: Blob, width: number, height: number): Promise<Blob> {
  const scale = Math.min(2, longestSide / Math.max(width, height));
  const address = URL.createObjectURL(markup);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob === null ? reject(new Error("the picture is too large for this browser: save it as SVG")) : resolve(blob)), "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Hands over what is drawn as a file, in the colors of the theme. */
export async function savePicture(drawn: Drawn, places: Places, name: string, kind: "svg" | "png"): Promise<void> {
  const { markup, width, height } = pictureOf(drawn, places, colorsNow());
  const svg = new Blob([markup], { type: "image/svg+xml" });
  saveFile(kind === "svg" ? svg : await dotsOf(svg, width, height), `${name}-chain.${kind}`);
}

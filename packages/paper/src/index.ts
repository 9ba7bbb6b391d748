export { sealDocx } from "./docx-archive.js";
export { pdfMargin, PdfPages, type PdfPiece } from "./pdf-pages.js";

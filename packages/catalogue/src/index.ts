export * from "./catalogue.js";
export { defaultCatalogueDir } from "./catalogue-files.js";
export { dividedPlaces, placeIndex } from "./divided-places.js";
export { inForce } from "./in-force.js";
export { lawCalendar, type CalendarEntry } from "./law-calendar.js";
export { loadCatalogue } from "./load-catalogue.js";
export { buildCatalogue, openCatalogue, type OpenedCatalogue } from "./open-catalogue.js";

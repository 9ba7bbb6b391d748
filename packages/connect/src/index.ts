export { connect, connectors, type Connected } from "./connect.js";

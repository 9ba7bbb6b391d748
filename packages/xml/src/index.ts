export { readXmlTree, type XmlTree, type XmlTreeRead } from "./xml-tree.js";

/** The context that the format asks every document to bring along, and prefixes of the vocabularies that we use beside it. */
export const context: Readonly<Record<string, unknown>> = {
  "@language": "en", "@vocab": "https://schema.org/", arrayShape: "cr:arrayShape", citeAs: "cr:citeAs", column: "cr:column", conformsTo: "dct:conformsTo",
  containedIn: "cr:containedIn", cr: "http://mlcommons.org/croissant/", data: { "@id": "cr:data", "@type": "@json" }, dataBiases: "cr:dataBiases",
  dataCollection: "cr:dataCollection", dataType: { "@id": "cr:dataType", "@type": "@vocab" }, dct: "http://purl.org/dc/terms/", extract: "cr:extract", field: "cr:field",
  fileProperty: "cr:fileProperty", fileObject: "cr:fileObject", fileSet: "cr:fileSet", format: "cr:format", includes: "cr:includes", isArray: "cr:isArray",
  isLiveDataset: "cr:isLiveDataset", jsonPath: "cr:jsonPath", key: "cr:key", md5: "cr:md5", parentField: "cr:parentField", path: "cr:path",
  personalSensitiveInformation: "cr:personalSensitiveInformation", recordSet: "cr:recordSet", references: "cr:references", regex: "cr:regex", repeated: "cr:repeated",
  replace: "cr:replace", samplingRate: "cr:samplingRate", sc: "https://schema.org/", separator: "cr:separator", source: "cr:source", subField: "cr:subField",
  transform: "cr:transform", prov: "http://www.w3.org/ns/prov#", rai: "http://mlcommons.org/croissant/RAI/", odrl: "http://www.w3.org/ns/odrl/2/", cleartitle: "urn:cleartitle:croissant:",
};

/** The vendors that the regulation names, with their online addresses as printed (clause 3). */
export const vendors = [
  {
    code: "NMG",
    name: "内蒙古CA",
    printedName: "内蒙古 CA 数字证书",
    url: "http://online.nmgca.com:8880/",
  },
  {
    code: "XS",
    name: "江苏翔晟CA",
    printedName: "江苏翔晟 CA 数字证书",
    url: "http://www.share-sun.com/xsapply/admin/login.aspx?unitname=erlianhaote",
  },
] as const;

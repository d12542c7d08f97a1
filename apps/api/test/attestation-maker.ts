import { createPrivateKey } from "node:crypto";

/** A maker of devices that exists in tests only: its key, and the certificate that it signed itself. */
const key =
  "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg6tfc6ONucoRXTDlUWI3W2rp6DHrM539Fo4cB9wwh" +
  "eLKhRANCAAQi7S8CVbdxT0yu6NWkJZcVYF0xGkMhpmlE/xJMA3us0dWBmevsJ4ixMoTQx1bGI9QRL93GGXFCOGpu" +
  "AmiOGYCg";
const certificate =
  "MIIBxTCCAWqgAwIBAgIBATAKBggqhkjOPQQDAjBSMQswCQYDVQQGEwJDTjEPMA0GA1UECgwGU2lnbmV0MSIwIAYD" +
  "VQQLDBlBdXRoZW50aWNhdG9yIEF0dGVzdGF0aW9uMQ4wDAYDVQQDDAVNYWtlcjAgFw0yMDAxMDEwMDAwMDBaGA8y" +
  "MTIwMDEwMTAwMDAwMFowUjELMAkGA1UEBhMCQ04xDzANBgNVBAoMBlNpZ25ldDEiMCAGA1UECwwZQXV0aGVudGlj" +
  "YXRvciBBdHRlc3RhdGlvbjEOMAwGA1UEAwwFTWFrZXIwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQi7S8CVbdx" +
  "T0yu6NWkJZcVYF0xGkMhpmlE/xJMA3us0dWBmevsJ4ixMoTQx1bGI9QRL93GGXFCOGpuAmiOGYCgoy8wLTAMBgNV" +
  "HRMBAf8EAjAAMB0GA1UdDgQWBBTjhrAuAFlAp2HLcHDMhDG8o0XeHDAKBggqhkjOPQQDAgNJADBGAiEA6MCUXbGw" +
  "G70F82PxYO81iqBTzLDh9T+fT3yuveLPZDMCIQCmT1kruEvfro/xod76fqh53pZ/2zvu5+5tOizLYIvCoA==";

export const attestationMaker = {
  privateKey: createPrivateKey({
    key: Buffer.from(key, "base64"),
    format: "der",
    type: "pkcs8",
  }),
  certificate: Buffer.from(certificate, "base64"),
};

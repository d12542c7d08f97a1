import type { Material } from "../certificate-request/required-materials.ts";
import { word } from "./locale.ts";
import type { Wordings } from "./locale.ts";

/** Labels of the materials, in the words of 四 where it has some. */
export const materialLabels: Wordings<Material> = {
  APPLICATION_FORM: word("CA 数字证书申请表", "CA certificate application form"),
  BUSINESS_LICENCE_COPY: word(
    "加盖公章的营业执照复印件",
    "Copy of the business licence with the official seal",
  ),
  LEGAL_REPRESENTATIVE_ID_COPY: word(
    "法人身份证复印件",
    "Copy of the legal representative's identity card",
  ),
  PERSONAL_FORM_WITH_SIGNATURE: word(
    "经本人签字的个人信息及电子签名采样表",
    "Signed form of personal data with the specimen of the signature",
  ),
  ID_CARD_COPY: word("身份证复印件", "Copy of the identity card"),
  KEY_MEDIUM: word("证书介质（UKey）", "Key medium (UKey)"),
  LOSS_STATEMENT: word("遗失或损坏说明", "Statement of loss or damage"),
  PROOF_OF_CHANGE: word("信息变更证明材料", "Proof of the change"),
  SEAL_SPECIMEN: word("印章或签名采样", "Specimen of the seal or signature"),
};

import { shallowRef } from "vue";

/** Set while somebody is asked to prove who they are; called with whether they did. */
export const asked = shallowRef<((isProven: boolean) => void) | null>(null);

let answer: Promise<boolean> | null = null;

/** Asks whoever sits there to prove who they are, once at a time. */
export function confirmIdentity(): Promise<boolean> {
  answer ??= new Promise<boolean>((resolve) => {
    asked.value = (isProven) => {
      asked.value = null;
      answer = null;
      resolve(isProven);
    };
  });
  return answer;
}

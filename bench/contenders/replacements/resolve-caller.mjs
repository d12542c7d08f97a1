let caller;

export const believe = (actor) => {
  caller = { kind: "user", name: "bench", sessionId: actor.id, actor };
};

export const resolveCaller = async () => caller;

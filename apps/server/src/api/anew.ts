import { StoreRefusal } from "@cleartitle/store";

const most = 5;

/** Records what is planned on what is there; where somebody else has recorded something meanwhile, it is planned anew, five times at most. */
export async function anew<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof StoreRefusal) || error.problem.code !== "conflict" || tries === most) throw error;
    }
  }
}

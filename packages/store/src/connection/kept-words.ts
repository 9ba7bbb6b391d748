import { type KyselyPlugin, OperationNodeTransformer, type PrimitiveValueListNode, type RootOperationNode, type ValueNode } from "kysely";
import { unkeptText } from "./fault.js";

const halfCharacter = /\p{Surrogate}/u;

class Looking extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    check(node.value);
    return node;
  }

  protected override transformPrimitiveValueList(node: PrimitiveValueListNode): PrimitiveValueListNode {
    node.values.forEach(check);
    return node;
  }
}

/** A NUL the database refuses itself. */
function check(value: unknown): void {
  if (typeof value === "string" && halfCharacter.test(value)) throw unkeptText();
  if (Array.isArray(value)) value.forEach(check);
}

/** Refuses words of which the database would keep others: a driver writes another letter for half of one, so that a name, a comment or why something was recorded would not be what was said, and the ledger would call the row altered. */
export class KeptWords implements KyselyPlugin {
  readonly #looking = new Looking();

  transformQuery({ node }: { readonly node: RootOperationNode }): RootOperationNode {
    this.#looking.transformNode(node);
    return node;
  }

  async transformResult<T>({ result }: { readonly result: T }): Promise<T> {
    return result;
  }
}

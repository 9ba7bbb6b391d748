import { type Edge, Handle, MarkerType, type Node, type NodeProps, Position, ReactFlow, ReactFlowProvider, useReactFlow } from "@xyflow/react";
import { createContext, useContext, useEffect, useMemo } from "react";
import { plainWords } from "@cleartitle/engine";
import { AssetLink } from "../../part/asset-link.js";
import { Verdict } from "../../part/verdict.js";
import type { Drawn, Thing } from "./drawn.js";
import { type Places, thingHeight, thingWidth } from "./measure.js";
import { SideControl, type Steering } from "./side-control.js";
import "@xyflow/react/dist/base.css";
import "./drawing.css";

type ThingNode = Node<{ readonly thing: Thing; readonly isCenter: boolean }, "thing">;

const SteeringContext = createContext<Steering | null>(null);

/** One thing: what it is called, what it is, what the answer says of it, and how much of it is shown. */
function ThingBox({ data: { thing, isCenter } }: NodeProps<ThingNode>) {
  const steering = useContext(SteeringContext)!;
  const { node, isLit } = thing;
  return (
    <div className={["thing", node.verdict?.decision ?? "", isLit ? "lit" : "", isCenter ? "center" : "", node.placeholder ? "placeholder" : ""].join(" ")}>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <p className="name" title={node.id}><AssetLink id={node.id} /></p>
      <p className="kind small soft">
        {node.placeholder ? `${node.kind}, only named` : node.kind}{node.version !== null && <> · <bdi>{node.version}</bdi></>}
        {!isCenter && <button type="button" className="nodrag nopan bare" aria-label={`Begin at ${node.id}`} title="begin here" onClick={() => steering.center(node.id)}>◎</button>}
      </p>
      <p className="says small">{node.verdict === null ? <span className="soft">no part in the answer</span> : <Verdict status={node.verdict.decision} />}</p>
      <p className="sides small"><SideControl thing={thing} side="sources" steering={steering} /><SideControl thing={thing} side="results" steering={steering} /></p>
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  );
}

const nodeTypes = { thing: ThingBox };

const nodesOf = ({ things }: Drawn, places: Places, center: string): ThingNode[] =>
  things.flatMap((thing): ThingNode[] => {
    const position = places.get(thing.node.id);
    return position === undefined ? [] : [{ id: thing.node.id, type: "thing", position: { ...position }, width: thingWidth, height: thingHeight, data: { thing, isCenter: thing.node.id === center }, ariaRole: "group" }];
  });

const edgesOf = ({ lines }: Drawn): Edge[] =>
  lines.map(({ key, from, to, by, isLit }): Edge => ({ id: key, source: from, target: to, label: plainWords(by), className: isLit ? "lit" : "", markerEnd: { type: MarkerType.ArrowClosed, width: 24, height: 24, markerUnits: "userSpaceOnUse", color: isLit ? "var(--accent)" : "var(--edge)" } }));

/** The way to see all of it again, and to come nearer without a wheel. */
function Zoom() {
  const { fitView, zoomIn, zoomOut } = useReactFlow();
  return (
    <div className="zoom">
      <button type="button" onClick={() => void zoomOut()} aria-label="Smaller">−</button>
      <button type="button" onClick={() => void zoomIn()} aria-label="Larger">+</button>
      <button type="button" onClick={() => void fitView({ padding: 0.05 })}>Fit</button>
    </div>
  );
}

/** Below this nobody reads what stands in a box. */
const leastReadable = 0.75;

/** Whatever is laid out anew is seen whole; what would be too small to read then is begun at its center. */
function FitAnew({ places, center }: { readonly places: Places; readonly center: string }) {
  const { fitView, getViewport, setCenter } = useReactFlow();
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      void fitView({ padding: 0.05, maxZoom: 1 }).then(async () => {
        const middle = places.get(center);
        return middle === undefined || getViewport().zoom >= leastReadable || setCenter(middle.x + thingWidth / 2, middle.y + thingHeight / 2, { zoom: 1 });
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [fitView, getViewport, setCenter, places, center]);
  return null;
}

/** As high as what is drawn, with room around it; the style sheet says what is too little and too much. */
function heightOf(places: Places): number {
  const tops = [...places.values()].map(({ y }) => y);
  return Math.max(...tops, 0) - Math.min(...tops, 0) + thingHeight + 160;
}

/** The chain as a picture. Everything in it stands in the table as well. */
export function Drawing({ drawn, places, center, steering }: { readonly drawn: Drawn; readonly places: Places; readonly center: string; readonly steering: Steering }) {
  const nodes = useMemo(() => nodesOf(drawn, places, center), [drawn, places, center]);
  const edges = useMemo(() => edgesOf(drawn), [drawn]);
  return (
    <SteeringContext value={steering}>
      <ReactFlowProvider>
        <div className="drawing" style={{ height: heightOf(places) }} role="region" aria-label="Drawing of the chain of title">
          <ReactFlow
            nodes={nodes} edges={edges} nodeTypes={nodeTypes} nodesDraggable={false} nodesConnectable={false} nodesFocusable={false} edgesFocusable={false} elementsSelectable={false} zoomOnScroll={false} zoomOnDoubleClick={false} preventScrolling={false}
            minZoom={0.1} maxZoom={2} onlyRenderVisibleElements={drawn.things.length > 200} proOptions={{ hideAttribution: true }} disableKeyboardA11y
          >
            <Zoom />
            <FitAnew places={places} center={center} />
          </ReactFlow>
        </div>
      </ReactFlowProvider>
    </SteeringContext>
  );
}

import { Link } from "@tanstack/react-router";
import { Empty } from "../part/empty.js";
import { Heading } from "../part/heading.js";
import "./page.css";

export function NotFound() {
  return (
    <div className="page">
      <Heading title="There is no such page" />
      <Empty title="The address leads nowhere">
        <p>It may have been cut, or be of another version. <Link to="/">Begin at the first page</Link>.</p>
      </Empty>
    </div>
  );
}

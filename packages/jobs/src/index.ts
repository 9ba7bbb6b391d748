export { type Notice, type NoticeKind, noticeKinds } from "./review/notice.js";
export { review } from "./review/review.js";
export { type Clock, systemClock } from "./worker/clock.js";
export { handler, type Handler, JobFailure, type Running } from "./worker/handler.js";
export { Worker, type WorkerEvent, type WorkerOptions } from "./worker/worker.js";

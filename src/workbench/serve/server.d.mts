import type { Server } from "node:http";

export function workbenchServer(folders: { workbench: string; addin: string; office: string }): Server;

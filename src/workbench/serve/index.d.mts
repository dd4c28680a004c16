export interface RunningWorkbench {
  url: string;
  port: number;
  /** What had to be built: "addin", "workbench" or both; empty when everything was there. */
  built: string[];
  close(): Promise<void>;
}

export const root: string;
export function startWorkbench(options?: {
  port?: number;
  addinFolder?: string;
  say?: (line: string) => void;
}): Promise<RunningWorkbench>;

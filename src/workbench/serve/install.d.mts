export function installMissing(root: string, say: (line: string) => void): Promise<void>;
export function missingPackage(root: string): string | undefined;

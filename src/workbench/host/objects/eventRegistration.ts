import type { ClassDeclaration } from "../declare";

/** The pair of methods behind `onChanged.add` and `.remove`: register an event's type for a target, and take it back. */
export function registrations<T>(
  target: (self: T) => string,
  events: Record<string, number>,
): NonNullable<ClassDeclaration<T>["methods"]> {
  const methods: NonNullable<ClassDeclaration<T>["methods"]> = {};
  for (const [name, type] of Object.entries(events)) {
    methods[name] = (self, _, { session }) => session.register(type, target(self));
    methods[name.replace("_Register", "_Unregister")] = (self, _, { session }) =>
      session.unregister(type, target(self));
  }
  return methods;
}

import type { Context, HostClass } from "../declare";
import { collectionMethods, declareClass } from "../declare";
import { itemNotFound } from "../errors";

export interface SettingRef {
  key: string;
}

/** Values are kept as JSON texts, the same that `Office.context.document.settings` keeps. */
export const Setting: HostClass<SettingRef> = declareClass<SettingRef>({
  name: "Setting",
  identity: ({ key }) => ({ _Id: key }),
  scalars: {
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ key }, { model }) => {
        const text = model.settings.get(key);
        if (text === undefined) throw itemNotFound();
        return JSON.parse(text) as unknown;
      },
      set: ({ key }, value, context) => put(context, key, value),
    },
  },
  methods: {
    Delete: ({ key }, _, { model }) => {
      const left = new Map(model.settings);
      left.delete(key);
      model.replaceSettings(left);
    },
  },
});

export const SettingCollection: HostClass<null> = declareClass<null>({
  name: "SettingCollection",
  items: settings,
  methods: {
    ...collectionMethods<null>(
      settings,
      (_, key, { model }) => (model.settings.has(String(key)) ? Setting.of({ key: String(key) }) : undefined),
      itemNotFound,
    ),
    Add: (_, args, context) => {
      put(context, args.text(0), args.raw(1) ?? null);
      return Setting.of({ key: args.text(0) });
    },
  },
});

function settings(_: null, { model }: Context) {
  return [...model.settings.keys()].map((key) => Setting.of({ key }));
}

function put({ model }: Context, key: string, value: unknown): void {
  model.replaceSettings(new Map(model.settings).set(key, JSON.stringify(value)));
}

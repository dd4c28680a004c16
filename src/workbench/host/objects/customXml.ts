import { newGuid } from "../../model/engine";
import type { CustomXmlPart as ModelPart, WorkbookModel } from "../../model/types";
import { namespaceOfXml } from "../../model/xml";
import type { Context, HostClass, HostObject } from "../declare";
import { collectionMethods, declareClass } from "../declare";
import { HostError, itemNotFound } from "../errors";

export interface PartRef {
  id: string;
}

export const CustomXmlPart: HostClass<PartRef> = declareClass<PartRef>({
  name: "CustomXmlPart",
  identity: ({ id }) => ({ Id: id }),
  scalars: {
    Id: { get: ({ id }) => id },
    NamespaceUri: { get: (ref, { model }) => namespaceOfXml(partOf(model, ref).xml) },
  },
  methods: {
    GetXml: (ref, _, { model }) => partOf(model, ref).xml,
    SetXml: (ref, args, { model }) => {
      const xml = stored(args.text(0));
      partOf(model, ref);
      model.replaceCustomXmlParts(
        model.customXmlParts.map((part) => (part.id === ref.id ? { ...part, xml } : part)),
      );
    },
    Delete: (ref, _, { model }) => {
      partOf(model, ref);
      model.replaceCustomXmlParts(model.customXmlParts.filter((part) => part.id !== ref.id));
    },
  },
});

export const CustomXmlPartCollection: HostClass<null> = declareClass<null>({
  name: "CustomXmlPartCollection",
  items: (_, context) => parts(context),
  methods: {
    ...collectionMethods<null>(
      (_, context) => parts(context),
      (_, key, context) => parts(context, (part) => sameId(part, key))[0],
      itemNotFound,
    ),
    Add: (_, args, { model }) => {
      const part = { id: newGuid(), xml: stored(args.text(0)) };
      model.replaceCustomXmlParts([...model.customXmlParts, part]);
      return CustomXmlPart.of({ id: part.id });
    },
    GetByNamespace: (_, args) => CustomXmlPartScopedCollection.of({ namespace: args.text(0) }),
  },
});

/** The parts of one namespace. */
export interface NamespaceRef {
  namespace: string;
}

export const CustomXmlPartScopedCollection: HostClass<NamespaceRef> = declareClass<NamespaceRef>({
  name: "CustomXmlPartScopedCollection",
  items: ofNamespace,
  methods: {
    ...collectionMethods<NamespaceRef>(
      ofNamespace,
      (scope, key, context) => ofNamespace(scope, context).find((part) => sameId(part.self as PartRef, key)),
      itemNotFound,
    ),
    GetOnlyItem: (scope, _, context) => {
      const [only, ...more] = ofNamespace(scope, context);
      if (!only) throw itemNotFound();
      // Excel documents "If the collection contains exactly one item": several are an error of their own.
      if (more.length > 0)
        throw new HostError("GeneralException", "There was an internal error while processing the request.");
      return only;
    },
    GetOnlyItemOrNullObject: (scope, _, context) => {
      const [only, ...more] = ofNamespace(scope, context);
      if (!only || more.length > 0) throw itemNotFound();
      return only;
    },
  },
});

function parts({ model }: Context, wanted: (part: ModelPart) => boolean = () => true): HostObject[] {
  return model.customXmlParts.filter(wanted).map(({ id }) => CustomXmlPart.of({ id }) as HostObject);
}

function ofNamespace({ namespace }: NamespaceRef, context: Context): HostObject[] {
  return parts(context, (part) => namespaceOfXml(part.xml) === namespace);
}

function partOf(model: WorkbookModel, { id }: PartRef): ModelPart {
  const part = model.customXmlParts.find((each) => each.id === id);
  if (!part) throw itemNotFound();
  return part;
}

function sameId({ id }: PartRef, key: unknown): boolean {
  return id.toLowerCase() === String(key).toLowerCase();
}

/** An XML parser reads every line end as one line feed (XML 1.0, 2.11), so that is what comes back. */
function stored(xml: string): string {
  namespaceOfXml(xml);
  return xml.replace(/\r\n?/g, "\n");
}

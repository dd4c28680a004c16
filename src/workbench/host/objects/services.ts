import type { HostClass } from "../declare";
import { declareClass } from "../declare";

/** What the client calls outside the workbook's own object model, by the name it asks for. */
export const SERVICES: Record<string, HostClass<null>> = {
  "Microsoft.ExcelServices.CustomFunctions": declareClass<null>({
    name: "CustomFunctions",
    methods: {
      _SetOsfControlContainerReadyForCustomFunctions: (_, __, { services }) => services.calls.runtimeReady(),
      SetInvocationArrayResults: (_, args, { services }) => services.calls.answered(args.raw(0)),
      _SetInvocationResults: (_, args, { services }) => services.calls.answered(args.raw(0)),
      SetInvocationResults: (_, args, { services }) => services.calls.answered(args.raw(0)),
      // No optional features: errors in arrays, metadata and the rest work without.
      _GetEnabledFeatures: () => 0,
    },
  }),
  "Microsoft.InternalService.AddinInternalService": declareClass<null>({
    name: "AddinInternalService",
    methods: { NotifyActionHandlerReady: () => undefined },
  }),
  "Microsoft.AppRuntime.AppRuntimeService": declareClass<null>({
    name: "AppRuntimeService",
    methods: {
      SetAppRuntimeState: (_, args, { services }) => services.setPaneState(args.text(0)),
      GetAppRuntimeState: (_, __, { services }) => services.pane.state,
    },
  }),
  "Microsoft.AppRuntime.AppRuntimePersistenceService": declareClass<null>({
    name: "AppRuntimePersistenceService",
    methods: {
      SetAppRuntimeStartState: (_, args, { services }) => {
        services.pane.startState = args.text(0);
      },
      GetAppRuntimeStartState: (_, __, { services }) => services.pane.startState,
    },
  }),
};

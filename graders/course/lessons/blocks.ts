import type { OfferedStep } from '../../checks/migration/params.ts';
import type { Text } from '../../core/text.ts';
import type { Flow } from '../../lab/migration/index.ts';
import type { Refusal } from '../../lab/request/index.ts';

/** The front matter of a lesson. */
export interface LessonFront {
  /**
   * The name of its file; what `lesson` of an exercise names.
   * @pattern ^[a-z0-9]+(-[a-z0-9]+)*$
   */
  readonly id: string;
  /** Its place in the course. */
  readonly order: number;
  readonly title: Text;
  /** What it is good for, in one sentence. */
  readonly summary: string;
  /** What it teaches: each has a section of this id. */
  readonly concepts: readonly string[];
  readonly sources: readonly LessonSource[];
}

export interface LessonSource {
  readonly title: string;
  /** @pattern ^https?://[^ ]+$ */
  readonly url: string;
}

/** What a box stands for: decides how it is drawn. */
export type BoxClass =
  | 'cliente'
  | 'pod'
  | 'carga'
  | 'servicio'
  | 'puerta'
  | 'politica'
  | 'plano'
  | 'nodo'
  | 'almacen'
  | 'imagen'
  | 'dato'
  | 'proceso';

/** A fence `figura`: a drawing and its equivalent in words, from the same data. */
export interface FigureBlock {
  readonly titulo: string;
  /** The whole drawing in one sentence. */
  readonly resumen: string;
  readonly direccion?: 'derecha' | 'abajo';
  readonly cajas: readonly FigureBox[];
  readonly grupos?: readonly FigureGroup[];
  readonly flechas?: readonly FigureArrow[];
}

export interface FigureBox {
  readonly id: string;
  readonly texto: string;
  readonly clase?: BoxClass;
  /** Id of the group it is in. */
  readonly grupo?: string;
}

export interface FigureGroup {
  readonly id: string;
  readonly texto: string;
}

export interface FigureArrow {
  readonly de: string;
  readonly a: string;
  readonly texto?: string;
  readonly clase?: 'datos' | 'control' | 'roto' | 'admitido';
}

/** A fence `pregunta`: asked and answered at once. */
export interface QuestionBlock {
  readonly texto: string;
  readonly opciones: readonly QuestionOption[];
}

export interface QuestionOption {
  readonly texto: string;
  readonly correcta?: boolean;
  /** Why it is right, or why it is not. */
  readonly porque: string;
}

/** A fence `laboratorio`: files to change and what to try with them. */
export interface LabBlock {
  /** @pattern ^[a-z0-9]+(-[a-z0-9]+)*$ */
  readonly id: string;
  readonly titulo: string;
  /** Files of the editor, the first one open. */
  readonly archivos: Readonly<Record<string, string>>;
  /** Files that are given and stay as they are. */
  readonly fijos?: Readonly<Record<string, string>>;
  readonly acciones: readonly LabAction[];
  /** What to change, and what to look at then. */
  readonly prueba?: string;
}

export type LabAction =
  | RequestAction
  | ClusterAction
  | CheckAction
  | ImageAction
  | CommandsAction
  | UpdateAction
  | LoadAction
  | MigrationAction;

/** Sends a request, as `timonel request`. */
export interface RequestAction {
  /** Absolute URL. */
  readonly peticion: string;
  /** `namespace/workload`; `outside` when omitted. */
  readonly desde?: string;
  readonly metodo?: string;
  readonly cabeceras?: Readonly<Record<string, string>>;
  readonly espera?: RequestExpected;
}

/** What `outcome` of `timonel request --format json` says. */
export interface RequestExpected {
  readonly status?: number;
  readonly refusal?: Refusal;
  /** Amounts as in exercises, by the value of the label `version`, or by workload. */
  readonly split?: Readonly<Record<string, string>>;
  readonly tls?: 'mutual' | 'simple' | 'plaintext';
}

/** Shows the cluster at rest, as `timonel cluster`. */
export interface ClusterAction {
  readonly cluster: true;
  readonly espera?: ClusterExpected;
}

/** Names are `workload` or `namespace/workload`. */
export interface ClusterExpected {
  readonly ready?: Readonly<Record<string, number>>;
  /** What `kubectl get pods` says of some pod of it. */
  readonly reason?: Readonly<Record<string, string>>;
  /** All that is not admitted, as `Kind/name`. */
  readonly refused?: readonly string[];
  /** How many endpoints a Service has that are ready. */
  readonly endpoints?: Readonly<Record<string, number>>;
}

/** Schema and rules, as `timonel check`. */
export interface CheckAction {
  readonly comprobar: true;
  /** Ids of all that is found, each once. */
  readonly espera?: readonly string[];
}

/** Builds an image, as `timonel image`. */
export interface ImageAction {
  /** Its Dockerfile; the other files are the context. */
  readonly imagen: string;
  readonly espera?: ImageExpected;
}

export interface ImageExpected {
  readonly user?: string;
  readonly listens?: readonly number[];
  /** Kind of refusal of a build that stops. */
  readonly refusal?: string;
  /** Whether a container of it starts. */
  readonly starts?: boolean;
  /** The code its process ends with. */
  readonly exit?: number | 'running' | 'unknown';
  /** Part of what its process prints. */
  readonly prints?: string;
  /** How many layers the Dockerfile adds. */
  readonly layers?: number;
  /** At most so many megabytes. */
  readonly megabytes?: number;
}

/** Applies a workload again with another image of its first container, and draws its pods moment by moment. */
export interface UpdateAction {
  /** Name of a Deployment or StatefulSet. */
  readonly actualizar: string;
  /** Image that takes the place of the one that is written. */
  readonly nueva: string;
  readonly espera?: {
    readonly end?: 'complete' | 'stuck';
    /** Fewest pods that are ready at any moment. */
    readonly ready?: number;
    /** Most pods there are at any moment. */
    readonly pods?: number;
  };
}

/** Puts the target of the HorizontalPodAutoscaler under a load, and draws replicas and use. */
export interface LoadAction {
  /** What the pods share, in thousandths of a core, from each second on. */
  readonly carga: readonly [LoadFrom, ...LoadFrom[]];
  /** Seconds to look at. */
  readonly durante: number;
  readonly espera?: {
    /** No metric can be computed. */
    readonly blind?: boolean;
    /** Most replicas that it asks for. */
    readonly most?: number;
    /** What it asks for in the end. */
    readonly end?: number;
  };
}

export interface LoadFrom {
  readonly desde: number;
  readonly cpu: number;
}

/** Carries out a plan in the world of the example while requests go on, and draws at each instant what becomes of them. */
export interface MigrationAction {
  /** Ids of the steps, in order. */
  readonly migrar: readonly [string, ...string[]];
  /** What the button says, where there are several plans. */
  readonly nombre?: Text;
  /** Every step there is to choose from, as in an exercise; a `file` is one of the example, and not of the world before. */
  readonly pasos: readonly OfferedStep[];
  /** Requests that never stop. */
  readonly peticiones: readonly [Flow, ...Flow[]];
  readonly espera?: {
    /** Ids of the steps at which requests get lost. */
    readonly lost?: readonly string[];
    /** Id of a step that cannot be taken. */
    readonly refused?: string;
  };
}

/** Runs commands in the simulated terminal. */
export interface CommandsAction {
  readonly comandos: string;
  readonly espera?: { readonly contiene: string };
}

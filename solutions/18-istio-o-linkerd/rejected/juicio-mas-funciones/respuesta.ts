import type { Respuesta } from '../../../../exercises/18-istio-o-linkerd/respuesta.types';

export default {
  banco: {
    eleccion: 'istio-sidecar',
    prueba: 'token-en-la-malla',
    'otra-prueba': 'equipo-con-guardias',
    contrapunto: 'muchos-recursos',
  },
  'empresa-joven': {
    eleccion: 'linkerd',
    prueba: 'cabe-en-el-pod',
    'otra-prueba': 'pocas-decisiones',
    contrapunto: 'ritmo-edge',
  },
  hospital: {
    eleccion: 'linkerd-de-proveedor',
    prueba: 'clave-en-el-pod',
    'otra-prueba': 'estable-con-contrato',
    contrapunto: 'contrato',
  },
  subastas: {
    eleccion: 'sin-malla',
    prueba: 'red-que-cifra',
    'otra-prueba': 'un-equipo-un-lenguaje',
    contrapunto: 'en-cada-aplicacion',
  },
  juicios: {
    comparativas: 'falso',
    'modos-de-istio': 'falso',
    'politica-en-linkerd': 'verdadero',
    'mas-funciones': 'verdadero', // expect: theory/judgement
    'versiones-de-linkerd': 'falso',
    'horas-del-equipo': 'verdadero',
    'medir-con-lo-propio': 'verdadero',
    tokens: 'verdadero',
  },
} satisfies Respuesta;

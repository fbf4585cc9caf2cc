'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { formatCantidad } from '#domain/cantidad.ts';
import { Acciones, Boton } from '#ui/components/boton/boton.tsx';
import { CampoDeTexto, Casilla } from '#ui/components/campo/campo.tsx';
import { CamposOcultos } from '#ui/components/formulario/campos-ocultos.tsx';
import { Oculto } from '#ui/components/oculto/oculto.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import estilos from './eleccion-de-registros.module.css';
import { camposDeLista, type ListaDeRegistros } from './estado-de-registros.ts';
import { TablaDeRegistros } from './tabla-de-registros.tsx';

/** The boxes are the browser's own, so that one ticked before the script is at work stays ticked (guide VI, step 5). */
export function EleccionDeRegistros({ lista, error, isHydrated, children }: Props) {
  const [elegidos, setElegidos] = useState(lista.elegidos);
  const marco = useRef<HTMLFieldSetElement>(null);
  const follow = (target: string | null) => {
    const todos = marco.current?.querySelector<HTMLInputElement>('[name="todos"]');
    const filas = [...(marco.current?.querySelectorAll<HTMLInputElement>('[name="registro"]') ?? [])];
    const pagina = marco.current?.querySelector<HTMLInputElement>('#pagina');
    if (!todos || !pagina) return;
    const changed = target === 'todos' ? todos : target === 'pagina' ? pagina : null;
    if (changed) for (const fila of filas) fila.checked = changed.checked;
    pagina.checked = filas.length > 0 && filas.every(({ checked }) => checked);
    pagina.indeterminate = !pagina.checked && filas.some(({ checked }) => checked);
    const cuantos = countElegidos(lista, todos.checked, filas.filter(({ checked }) => checked).length);
    todos.indeterminate = todos.checked && cuantos < lista.total;
    setElegidos(cuantos);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was ticked before
  useEffect(() => {
    const todos = marco.current?.querySelector<HTMLInputElement>('[name="todos"]');
    follow(todos?.checked !== lista.todos ? 'todos' : null);
  }, []);
  return (
    <fieldset
      className={estilos.eleccion}
      ref={marco}
      onChange={({ target }) => follow(target instanceof HTMLInputElement ? target.id : null)}
    >
      <legend>
        <Oculto>Registros Patronales para los que es el medio de contacto</Oculto>
      </legend>
      <Pila>
        <CamposOcultos campos={{ ...camposDeLista(lista), ...camposDePagina(lista) }} />
        <Todos isElegido={lista.todos} error={error} />
        <Buscador lista={lista} />
        <div className={estilos.relacion}>
          <p className={estilos.cuenta} aria-live="polite">
            <strong>{formatCantidad(elegidos)}</strong> de {formatCantidad(lista.total)} Registros Patronales
            seleccionados
          </p>
          <Hallados lista={lista} />
          <TablaDeRegistros lista={lista} />
        </div>
        <div className={estilos.alcance} data-a-la-mano="">
          <Casilla id="pagina" etiqueta="Toda esta página" disabled={!isHydrated} />
          {children}
        </div>
        <Paginas lista={lista} />
      </Pila>
    </fieldset>
  );
}
interface Props {
  lista: ListaDeRegistros;
  error?: string;
  isHydrated: boolean;
  /** The button that ends the form: at hand however long the list is. */
  children: ReactNode;
}

function Todos({ isElegido, error }: { isElegido: boolean; error?: string }) {
  return (
    <div>
      <Casilla
        id="todos"
        name="todos"
        value="si"
        etiqueta="Seleccionar todos los Registros Patronales"
        defaultChecked={isElegido}
        aria-describedby={error ? 'todos-error' : undefined}
        aria-invalid={error ? true : undefined}
      />
      {error && (
        <p className={estilos.error} id="todos-error">
          {error}
        </p>
      )}
    </div>
  );
}

/** What the server will count, told beforehand: ticking or unticking «todos» forgets the marks of other pages. */
function countElegidos(lista: ListaDeRegistros, todos: boolean, marcados: number): number {
  const antes = lista.filas.filter(({ isElegido }) => isElegido).length;
  if (todos === lista.todos) return lista.elegidos + marcados - antes;
  return todos ? lista.total - (lista.filas.length - marcados) : marcados;
}

function camposDePagina({ filas, buscar, sinValidar }: ListaDeRegistros) {
  return {
    visibles: filas.map(({ numero }) => numero).join(','),
    buscado: buscar,
    sinValidarBuscado: sinValidar ? 'si' : '',
  };
}

function Buscador({ lista }: { lista: ListaDeRegistros }) {
  return (
    <div className={estilos.buscador}>
      <CampoDeTexto
        id="buscar"
        etiqueta="Buscar por número o subdelegación"
        pista="Con sus primeros caracteres basta."
        maxLength={80}
        autoComplete="off"
        defaultValue={lista.buscar}
      />
      <Casilla name="sinValidar" value="si" etiqueta="Sin medios validados" defaultChecked={lista.sinValidar} />
      <Boton name="paso" value="buscar" variante="secundario" icono="buscar">
        Buscar
      </Boton>
    </div>
  );
}

/** How many a search found, and all of them in one press. */
function Hallados({ lista: { hallados, paginas, buscar, sinValidar } }: { lista: ListaDeRegistros }) {
  if ((buscar === '' && !sinValidar) || hallados === 0) return null;
  const cuantos = `${formatCantidad(hallados)}${paginas === null ? ' o más' : ''}`;
  return (
    <div className={estilos.hallados}>
      <p aria-live="polite">
        <strong>{cuantos}</strong> {hallados === 1 ? 'coincide' : 'coinciden'} con la búsqueda.
      </p>
      <Boton name="paso" value="elegir" variante="secundario" tamano="compacto">
        Elegir los que coinciden
      </Boton>
      <Boton name="paso" value="quitar" variante="enlace">
        Quitarlos
      </Boton>
    </div>
  );
}

function Paginas({ lista: { recorrido, hasMas, paginas } }: { lista: ListaDeRegistros }) {
  if (recorrido.length === 0 && !hasMas) return null;
  return (
    <nav aria-label="Páginas de Registros Patronales">
      <Acciones>
        {recorrido.length > 0 && (
          <Boton name="paso" value="anterior" variante="secundario" tamano="compacto">
            Página anterior
          </Boton>
        )}
        <span className={estilos.pagina}>
          Página {formatCantidad(recorrido.length + 1)}
          {paginas !== null && ` de ${formatCantidad(Math.max(paginas, recorrido.length + 1))}`}
        </span>
        {hasMas && (
          <Boton name="paso" value="siguiente" variante="secundario" tamano="compacto">
            Página siguiente
          </Boton>
        )}
      </Acciones>
    </nav>
  );
}
